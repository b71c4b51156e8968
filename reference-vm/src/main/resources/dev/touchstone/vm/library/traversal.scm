;; Procedures that call a procedure for each element (R7RS 6.4, 6.7, 6.8, 6.10). They are Scheme, so that what they
;; call can be captured and gone back to like anything else, and none of them changes what it has collected.

;; Whether all are pairs, for lists that end at the shortest.
(define (%all-pairs? lists)
  (or (null? lists)
      (and (pair? (car lists)) (%all-pairs? (cdr lists)))))

(define (%map-1 f list)
  (let loop ((list list) (collected '()))
    (if (pair? list)
        (loop (cdr list) (cons (f (car list)) collected))
        (reverse collected))))

(define (map f list . lists)
  (%check-procedure 'map 1 f)
  (%check-lists 'map list lists)
  (if (null? lists)
      (%map-1 f list)
      (let loop ((lists (cons list lists)) (collected '()))
        (if (%all-pairs? lists)
            (loop (%map-1 cdr lists) (cons (apply f (%map-1 car lists)) collected))
            (reverse collected)))))

(define (for-each f list . lists)
  (%check-procedure 'for-each 1 f)
  (%check-lists 'for-each list lists)
  (if (null? lists)
      (let loop ((list list))
        (if (pair? list)
            (begin
              (f (car list))
              (loop (cdr list)))))
      (let loop ((lists (cons list lists)))
        (if (%all-pairs? lists)
            (begin
              (apply f (%map-1 car lists))
              (loop (%map-1 cdr lists)))))))

;; Calls f with the elements at each index below count; collects what it returns, last first.
(define (%collect f ref sequence sequences count)
  (let loop ((i 0) (collected '()))
    (cond
      ((= i count) collected)
      ((null? sequences) (loop (+ i 1) (cons (f (ref sequence i)) collected)))
      (else
       (let ((others (%map-1 (lambda (s) (ref s i)) sequences)))
         (loop (+ i 1) (cons (apply f (ref sequence i) others) collected)))))))

(define (%visit f ref sequence sequences count)
  (let loop ((i 0))
    (cond
      ((= i count))
      ((null? sequences)
       (f (ref sequence i))
       (loop (+ i 1)))
      (else
       (apply f (ref sequence i) (%map-1 (lambda (s) (ref s i)) sequences))
       (loop (+ i 1))))))

(define (vector-map f vector . vectors)
  (%check-procedure 'vector-map 1 f)
  (let ((count (%shortest-vector 'vector-map vector vectors)))
    (%reversed->vector (%collect f vector-ref vector vectors count))))

(define (vector-for-each f vector . vectors)
  (%check-procedure 'vector-for-each 1 f)
  (%visit f vector-ref vector vectors (%shortest-vector 'vector-for-each vector vectors)))

(define (string-map f string . strings)
  (%check-procedure 'string-map 1 f)
  (let ((count (%shortest-string 'string-map string strings)))
    (%reversed->string 'string-map (%collect f string-ref string strings count))))

(define (string-for-each f string . strings)
  (%check-procedure 'string-for-each 1 f)
  (%visit f string-ref string strings (%shortest-string 'string-for-each string strings)))

;; ---- Searches (R7RS 6.4): with a predicate they call it, without one they are %member and %assoc, in Java.

(define (member x list . predicate)
  (if (null? predicate)
      (%member x list)
      (let ((same? (%only-predicate 'member predicate)))
        (%check-list 'member 2 list)
        (let loop ((list list))
          (cond
            ((null? list) #f)
            ((same? x (car list)) list)
            (else (loop (cdr list))))))))

(define (assoc x list . predicate)
  (if (null? predicate)
      (%assoc x list)
      (let ((same? (%only-predicate 'assoc predicate)))
        (%check-list 'assoc 2 list)
        (let loop ((list list))
          (cond
            ((null? list) #f)
            ((same? x (car (car list))) (car list))
            (else (loop (cdr list))))))))
