; A search of property lists for patterns: ? stands for anything, * for any part of a list.
(define (matches? pattern datum)
  (cond ((null? pattern) (null? datum))
        ((not (pair? pattern)) (eq? pattern datum))
        ((eq? (car pattern) '?)
         (and (pair? datum) (matches? (cdr pattern) (cdr datum))))
        ((eq? (car pattern) '*)
         (or (matches? (cdr pattern) datum)
             (and (pair? datum) (matches? pattern (cdr datum)))))
        ((not (pair? datum)) #f)
        ((pair? (car pattern))
         (and (pair? (car datum))
              (matches? (car pattern) (car datum))
              (matches? (cdr pattern) (cdr datum))))
        (else (and (eq? (car pattern) (car datum))
                   (matches? (cdr pattern) (cdr datum))))))

(define animals '#(hare fox owl newt crow mole wren toad))
(define facts
  '#((eats grass clover (at dawn dusk) and grass)
     (hunts (mice voles hares) by night by ear)
     (lives in (holes (under (old roots))) and hedges)
     (sings (at dawn) and (at dusk) and dusk and dawn)
     (sleeps from dusk to dawn in (holes (of others)))))

; The n-th animal with its properties: some facts, chosen by the number alone.
(define (make-animal n)
  (let loop ((i 0) (properties '()))
    (if (= i 6)
        (cons (vector-ref animals (modulo n 8)) properties)
        (loop (+ i 1)
              (cons 'fact
                    (cons (vector-ref facts (modulo (+ n (* i i)) 5))
                          properties))))))

(define (make-animals n)
  (if (= n 0)
      '()
      (cons (make-animal n) (make-animals (- n 1)))))

(define patterns
  '((* dusk * dawn)
    (? in (holes *) *)
    (hunts (* hares) * by ear)
    (* and * and ? and *)
    (eats ? ? (at *) * grass)
    (* (* (* (* roots)) *) * hedges)))

(define (count-in properties pattern)
  (let loop ((rest properties) (count 0))
    (if (null? rest)
        count
        (loop (cddr rest)
              (if (matches? pattern (cadr rest)) (+ count 1) count)))))

(define (browse animals pattern)
  (let loop ((rest animals) (count 0))
    (if (null? rest)
        count
        (loop (cdr rest) (+ count (count-in (cdr (car rest)) pattern))))))

(define (browse-all times animals)
  (let loop ((n times) (rest patterns) (count 0))
    (cond ((= n 0) count)
          ((null? rest) (loop (- n 1) patterns count))
          (else (loop n (cdr rest) (+ count (browse animals (car rest))))))))

(browse-all 300 (make-animals 200))
